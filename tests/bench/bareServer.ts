/**
 * What saving costs with nothing around it: node:http, JSON, one upsert, the same durability. The product is shown
 * next to it, not measured against it.
 */
import { createServer } from 'node:http';
import { openHandle } from '#db/handle';

const file = process.argv[2];
if (file === undefined) throw new Error('Say which file to write to');
const sqlite = openHandle(file);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
sqlite.exec(
  'create table if not exists answer (place text primary key, level integer not null, text text not null)',
);
const upsert = sqlite.prepare(
  'insert into answer values (@place, @level, @text) on conflict (place) do update set level = @level, text = @text',
);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    upsert.run(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('{"ok":true}');
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
process.once('SIGTERM', () => process.exit(0));
