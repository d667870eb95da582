# syntax=docker/dockerfile:1
# Every RUN below is a script of this repository that also runs in a plain checkout.
# By default the image runs the whole desk in one container, with its embedded PostgreSQL:
#   docker run --init -p 127.0.0.1:3000:3000 -v sightline:/data sightline
# docker-compose.yml runs API, workers, PostgreSQL and Redis apart.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc* ./
COPY scripts ./scripts
RUN node scripts/prepare.mjs packages
COPY nest-cli.json tsconfig.json .swcrc ./
COPY src ./src
COPY workers ./workers
COPY cli ./cli
COPY web ./web
RUN node scripts/prepare.mjs build
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
COPY scripts ./scripts
RUN node scripts/prepare.mjs tools && rm -rf /var/lib/apt/lists/* node_modules
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json package-lock.json LICENSE* ./
COPY cli ./cli
RUN mkdir -m 700 /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "--enable-source-maps", "dist/src/desk.js"]
