# Debian's own Python 3.13; the libraries come as wheels, so that nothing is compiled but bytecode.
FROM debian:trixie-slim AS build
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates python3 python3-pip \
 && rm -rf /var/lib/apt/lists/*
ENV SITE=/usr/local/lib/python3.13/dist-packages
COPY requirements/runtime.txt /tmp/runtime.txt
RUN python3 -m pip install --require-hashes --only-binary=:all: --no-compile --no-cache-dir \
      --target="$SITE" --requirement /tmp/runtime.txt \
 && rm -rf "$SITE/bin"
COPY bot "$SITE/bot"
COPY templates "$SITE/bot/templates"
# A run without bytecode takes 0.6 s longer. Nobody edits files in an image: never look at their times.
RUN python3 -m compileall -q -j 0 --invalidation-mode unchecked-hash "$SITE"

FROM debian:trixie-slim
# git reads what a change is compared with. There is no pip here, and no compiler.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates git python3 \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/lib/python3.13/dist-packages /usr/local/lib/python3.13/dist-packages
COPY entrypoint.sh /entrypoint.sh
# The checkout is mounted, and belongs to the runner's user: git would refuse to read it.
ENV GIT_CONFIG_COUNT=1 \
    GIT_CONFIG_KEY_0=safe.directory \
    GIT_CONFIG_VALUE_0=*
# No USER: GitHub runs container actions as root and supports nothing else, since the runner's files
# (GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, the workspace) are writable to root and to its own user only.
# -I keeps the folder that is judged, where anybody may have put a bot.py, off the import path.
ENTRYPOINT ["python3", "-I", "-m", "bot"]
