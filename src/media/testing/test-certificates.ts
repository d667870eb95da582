import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const LEAF_EXTENSIONS = [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  'extendedKeyUsage=emailProtection',
  'subjectKeyIdentifier=hash',
  'authorityKeyIdentifier=keyid',
].join('\n');

/** A certificate chain of an invented newsroom, as C2PA demands it of a signer, and the signer's key (both PEM). */
export async function madeSigner(folder: string): Promise<{ chain: Buffer; key: Buffer }> {
  const at = (name: string): string => join(folder, name);
  const openssl = (args: string): Promise<unknown> => execute('openssl', args.split(' '), { cwd: folder });
  await writeFile(at('leaf.ext'), LEAF_EXTENSIONS);
  await openssl(
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.pem -days 30 -subj /O=ExampleRoot/CN=Example -addext keyUsage=critical,keyCertSign,cRLSign',
  );
  await openssl(
    'req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout leaf.key -out leaf.csr -subj /O=ExampleNewsroom/CN=ExampleSigner',
  );
  await openssl(
    'x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -sha256 -extfile leaf.ext -out leaf.pem',
  );
  const chain = Buffer.concat([await readFile(at('leaf.pem')), await readFile(at('ca.pem'))]);
  return { chain, key: await readFile(at('leaf.key')) };
}
