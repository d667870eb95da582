/** The yardstick of status.bench.mjs: one Fastify route with a fixed body and entity tag. */
import Fastify from 'fastify';

const [port, body, etag] = process.argv.slice(2);
const app = Fastify();
app.get('/status', (request, reply) => {
  reply.header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
});
await app.listen({ host: '127.0.0.1', port: Number(port) });
console.log('listening');
