# Debian's own Python 3.13; the libraries come as wheels, so that nothing is compiled but bytecode.
FROM debian:trixie-slim AS build
# Debian keeps no old versions: one that is pinned cannot be had any more after its next fix.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates python3 python3-pip \
 && rm -rf /var/lib/apt/lists/*
ENV SITE=/usr/local/lib/python3.13/dist-packages
COPY requirements/runtime.txt /tmp/runtime.txt
# Two libraries of libraries, a quarter of the image, are imported only where they are there, and
# never for what we do: PyJWT's signatures of GitHub Apps, and rich's colours for source code.
RUN python3 -m pip install --require-hashes --only-binary=:all: --no-compile --no-cache-dir \
      --target="$SITE" --requirement /tmp/runtime.txt \
 && rm -rf "${SITE:?}"/bin "$SITE"/cryptography* "$SITE"/pygments*
# A run without bytecode takes 0.6 s longer. Nobody edits files in an image: never look at their times.
RUN python3 -m compileall -q -j 0 --invalidation-mode unchecked-hash "$SITE"
COPY bot "$SITE/bot"
COPY templates "$SITE/bot/templates"
RUN python3 -m compileall -q -j 0 --invalidation-mode unchecked-hash "$SITE/bot" \
 && python3 -I -c 'import bot.forge.door, bot.forge.line' \
 && python3 -I -c 'from bot.app.shipped_schemas import shipped_schemas; shipped_schemas()' \
 && python3 -I -m bot --version

FROM debian:trixie-slim
# There is no git here, which would double the image: the Action reads over GitHub's API, and a
# `check` of named files needs none. There is no pip and no compiler, and of certificates only those
# that the requests library brings along (REQUESTS_CA_BUNDLE names others).
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/log/*
COPY --from=build /usr/local/lib/python3.13/dist-packages /usr/local/lib/python3.13/dist-packages
# No USER: GitHub runs container actions as root and supports nothing else, since the runner's files
# (GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, the workspace) are writable to root and to its own user only.
# -I keeps the workspace, where anybody may have put a bot.py, off the import path.
ENTRYPOINT ["python3", "-I", "-m", "bot"]

# Where an image came from, for whoever finds it; the release fills in what it knows.
ARG VERSION=""
ARG REVISION=""
ARG SOURCE=""
LABEL org.opencontainers.image.title="Spec Steward" \
      org.opencontainers.image.description="Governs Markdown specs where they live" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.source="$SOURCE"
