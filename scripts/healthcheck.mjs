/** Exit code 0 when the API of this machine answers; for container health checks. */
const url = `http://127.0.0.1:${process.env.PORT ?? '3000'}/healthz`;
const response = await fetch(url, { signal: AbortSignal.timeout(4_000) });
process.exitCode = response.ok ? 0 : 1;
