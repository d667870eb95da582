import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function one<Value>(expression: string, values: readonly unknown[]): Promise<Value> {
  const { rows } = await client.query<{ value: Value }>(`select ${expression} as value`, [...values]);
  return rows[0]?.value as Value;
}
const fold = (text: string) => one<string>('fold_words($1)', [text]);

describe('folding, as the table of docs/search.md says', () => {
  it.each([
    ['Sarāqib', 'saraqib'],
    ['السُّبـل', 'سبل'],
    ['إدلب أ آ ٱ', 'ادلب ا ا ا'],
    ['مصطفى یک مقبرة', 'مصطفي يك مقبره'],
    ['٢٠٢٠ ۲۰', '2020 20'],
    ['معرة النعمان', 'معره نعمان'],
    ['الله', 'الله'],
    ['Khan al-Sebel', 'khan sebel'],
    ['Khan El Sebel', 'khan sebel'],
    ['as-Sabil ash-Sham an-Numan ar-Raqqa at-Tall ad-Dana az-Zawr', 'sabil sham numan raqa tal dana zawr'],
    ["Nuʿmān Nu’man Nu'man", 'numan numan numan'],
    ['Ḫān Khan Xan', 'khan khan khan'],
    ['Šām Şam Cham Tcham', 'sham sham sham sham'],
    ['Ġūṭa Ghouta', 'ghuta ghuta'],
    ['Ḏahab Dhahab Zahab', 'zahab zahab zahab'],
    ['Ǧisr Djisr Jisr', 'jisr jisr jisr'],
    ['Boustan Boostan Bustan', 'bustan bustan bustan'],
    ['Reema Rima Ryma', 'rima rima rima'],
    ['Maarrat Sarmadah Hashshash', 'marat sarmada hashash'],
    ['qalb kalb', 'qalb kalb'],
    ['<b>south</b>, «north»؟', 'b suth b north'],
    ['', ''],
  ])('%s is %s', async (text, folded) => {
    expect(await fold(text)).toBe(folded);
  });

  it('keeps a list of words, one a line, a list of the same length', async () => {
    expect(await fold('Khan\nal-Sebel\n...\nx')).toBe('khan\nsebel\n \nkh');
  });
});

describe('skeletons', () => {
  it('bring spellings and scripts together, and keep other names apart', async () => {
    const finds = (typed: string, text: string) =>
      one<boolean>("search_vector($2, gen_random_uuid(), 1::smallint, 'claim') @@ search_variant($1)", [
        typed,
        text,
      ]);
    expect(await finds('Sebel', 'Sabil')).toBe(true);
    expect(await finds('Subul', 'سبل')).toBe(true);
    expect(await finds('شيخون', 'Shaykhun')).toBe(true);
    expect(await finds('Khan', 'خان')).toBe(true);
    expect(await finds('Khan', 'Kihn')).toBe(false);
    expect(await finds('Sebel', 'Saraqib')).toBe(false);
  });
});

describe('a query', () => {
  it('cannot name the lexemes by which documents tell their case', async () => {
    const caseId = '0197aaaa-0000-7000-8000-000000000000';
    const found = await one<boolean>(
      "search_vector('nothing', $1::uuid, 1::smallint, 'claim') @@ search_variant($2)",
      [caseId, `#case ${caseId}`],
    );
    expect(found).toBe(false);
  });
});
