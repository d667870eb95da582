import {
  assemble,
  call,
  countTo,
  globalVariable,
  i32,
  i64,
  makeFunction,
  when,
  zeroMemory,
  type Code,
  type FunctionCode,
  type Variable,
  type Variables,
} from './wasm-assembler.js';

/** 256 bits in 16 chunks of 16. */
export const CHUNKS = 16;
/** Of the table that says where in a chunk's list the records with a value of 16 bits begin; the last entry is their end. */
export const TABLE_BYTES = (65_536 + 1) * 4;
/** A kernel function hands its hits over when it has found so many. */
const HITS_AT_ONCE = 4_096;

/** Where in memory `hashes` things lie. */
const QUERY_AT = 0;
export const MASKS_AT = 64;
/** Pairs of uint32: where in a list the candidates of a mask begin and end. */
const RANGES_AT = 1_024;
const TOUCHED_AT = 48;
/** Pairs of uint32: record, distance. */
export const HITS_AT = 4_096;
export const HASHES_AT = 65_536;

const HASHES = 0;
const LISTS = 1;
const DRAIN = 0;
const SEEN_EARLIER = 1;
const limit = globalVariable(0);
const hits = globalVariable(1);

export interface HashKernel {
  readonly hashes: WebAssembly.Memory;
  readonly lists: WebAssembly.Memory;
  /** A hit has at most so many bits that differ; `drain` may lower it. */
  readonly limit: WebAssembly.Global;
  /** How many hits lie at `HITS_AT`. */
  readonly hits: WebAssembly.Global;
  /** Sorts the records from `first` to `end` by 16 bits of their hash: a table at `table` and a list at `list`, both in `lists`. */
  sortChunk(first: number, end: number, chunk: number, table: number, list: number): void;
  /** Looks at every record that agrees with the query in some chunk but for at most `flips` bits. `masks`: how many at `MASKS_AT`. */
  probe(tables: number, lists: number, records: number, masks: number, flips: number): void;
  /** Looks at every record from `first` to `end`. */
  scan(first: number, end: number): void;
}

/** @param drain called when `HITS_AT_ONCE` hits lie ready; answers the new limit. */
export function startKernel(drain: () => number): HashKernel {
  const bytes = assemble({
    imports: [{ module: 'index', name: 'drain' }],
    functions: { seenEarlier, sortChunk, probe, scan },
    memories: { hashes: 1, lists: 0 },
    globals: ['limit', 'hits'],
  });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { index: { drain } });
  return instance.exports as unknown as HashKernel;
}

const times = (value: Code, exponent: number): Code => i32.shiftLeft(value, i32.const(exponent));
const addressOfHash = (record: Code): Code => i32.add(times(record, 5), i32.const(HASHES_AT));

/** 1 when the hash at `hash` and the query differ by at most `flips` bits in some chunk before `chunk`: it was looked at there. */
const seenEarlier: FunctionCode = makeFunction(
  ['hash', 'chunk', 'flips'],
  { at: 'i32', seen: 'i32' },
  'i32',
  ({ hash, chunk, flips, at, seen }) => [
    countTo(
      at,
      times(chunk.get, 1),
      2,
      seen.set(
        i32.or(
          seen.get,
          i32.atMost(
            i32.popcount(i32.xor(i32.load16(at.get, QUERY_AT), i32.load16(i32.add(hash.get, at.get)))),
            flips.get,
          ),
        ),
      ),
    ),
    seen.get,
  ],
);

/** A counting sort. The table is counted one entry to the right, so that after the last pass each entry is where its value begins. */
const sortChunk: FunctionCode = makeFunction(
  ['first', 'end', 'chunk', 'table', 'list'],
  { i: 'i32', sum: 'i32', slot: 'i32', count: 'i32' },
  null,
  ({ first, end, chunk, table, list, i, sum, slot, count }) => {
    const value = i32.load16(i32.add(addressOfHash(i.get), times(chunk.get, 1)));
    const slotOfValue = slot.set(i32.add(table.get, times(value, 2)));
    return [
      zeroMemory(table.get, i32.const(TABLE_BYTES), LISTS),
      i.set(first.get),
      countTo(
        i,
        end.get,
        1,
        slotOfValue,
        i32.store(slot.get, i32.add(i32.load(slot.get, 4, LISTS), i32.const(1)), 4, LISTS),
      ),
      i.set(i32.const(0)),
      countTo(
        i,
        i32.const(65_536),
        1,
        slot.set(i32.add(table.get, times(i.get, 2))),
        count.set(i32.load(slot.get, 4, LISTS)),
        i32.store(slot.get, sum.get, 4, LISTS),
        sum.set(i32.add(sum.get, count.get)),
      ),
      i.set(first.get),
      countTo(
        i,
        end.get,
        1,
        slotOfValue,
        count.set(i32.load(slot.get, 4, LISTS)),
        i32.store(i32.add(list.get, times(count.get, 2)), i.get, 0, LISTS),
        i32.store(slot.get, i32.add(count.get, i32.const(1)), 4, LISTS),
      ),
    ];
  },
);

const QUERY_WORDS = { q0: 'i64', q1: 'i64', q2: 'i64', q3: 'i64' } as const;
type QueryWord = keyof typeof QUERY_WORDS;

const loadQuery = ({ q0, q1, q2, q3 }: Variables<QueryWord>): Code =>
  [q0, q1, q2, q3].flatMap((word, i) => word.set(i64.load(i32.const(QUERY_AT + 8 * i))));

const bitsThatDiffer = (word: Variable, address: Code, at: number): Code =>
  i64.popcount(i64.xor(word.get, i64.load(address, at, HASHES)));

/**
 * Compares the hash at `hash` with the query and notes a hit. Half of the bits come first: most candidates are already too
 * far by then, and their second half is never fetched.
 */
function compare(
  { q0, q1, q2, q3, hash, distance }: Variables<QueryWord | 'hash' | 'distance'>,
  record: Code,
  isNew: Code | null,
): Code {
  const half = (first: Variable, second: Variable, at: number) =>
    i64.toI32(i64.add(bitsThatDiffer(first, hash.get, at), bitsThatDiffer(second, hash.get, at + 8)));
  const isNear = i32.atMost(distance.get, limit.get);
  const slot = i32.add(times(hits.get, 3), i32.const(HITS_AT));
  const note = [
    i32.store(slot, record),
    i32.store(slot, distance.get, 4),
    hits.set(i32.add(hits.get, i32.const(1))),
    when(i32.eq(hits.get, i32.const(HITS_AT_ONCE)), limit.set(call(DRAIN)), hits.set(i32.const(0))),
  ];
  return [
    distance.set(half(q0, q1, 0)),
    when(
      isNear,
      distance.set(i32.add(distance.get, half(q2, q3, 16))),
      when(isNear, ...(isNew === null ? note : [when(isNew, ...note)])),
    ),
  ].flat();
}

/**
 * Memory is what takes the time: a candidate's hash lies anywhere. So what will be read is touched first, in loops that do
 * nothing else: the processor then fetches many lines at once instead of one after the other (measured: half the time).
 */
const probe: FunctionCode = makeFunction(
  ['tables', 'lists', 'records', 'masks', 'flips'],
  {
    ...{
      chunk: 'i32',
      mask: 'i32',
      value: 'i32',
      slot: 'i32',
      range: 'i32',
      first: 'i32',
      at: 'i32',
      end: 'i32',
    },
    ...{ record: 'i32', hash: 'i32', distance: 'i32', touched: 'i32' },
    ...QUERY_WORDS,
  },
  null,
  (v) => [
    loadQuery(v),
    countTo(
      v.chunk,
      i32.const(CHUNKS),
      1,
      v.value.set(i32.load16(times(v.chunk.get, 1), QUERY_AT)),
      findRanges(v),
      v.range.set(i32.const(RANGES_AT)),
      countTo(
        v.range,
        i32.add(i32.const(RANGES_AT), times(v.masks.get, 3)),
        8,
        v.first.set(i32.load(v.range.get)),
        v.end.set(i32.load(v.range.get, 4)),
        v.at.set(v.first.get),
        countTo(v.at, v.end.get, 4, touch(v, i32.load(addressOfHash(i32.load(v.at.get, 0, LISTS))))),
        v.at.set(v.first.get),
        countTo(
          v.at,
          v.end.get,
          4,
          v.record.set(i32.load(v.at.get, 0, LISTS)),
          v.hash.set(addressOfHash(v.record.get)),
          compare(v, v.record.get, i32.eqz(call(SEEN_EARLIER, v.hash.get, v.chunk.get, v.flips.get))),
        ),
      ),
      v.tables.set(i32.add(v.tables.get, i32.const(TABLE_BYTES))),
      v.lists.set(i32.add(v.lists.get, times(v.records.get, 2))),
    ),
    // What is touched must be used, or the compiler leaves it out.
    i32.store(i32.const(TOUCHED_AT), v.touched.get),
  ],
);

function touch({ touched }: Variables<'touched'>, value: Code): Code {
  return touched.set(i32.xor(touched.get, value));
}

/** Writes to `RANGES_AT` where in the list the candidates of each mask begin and end. */
function findRanges(
  v: Variables<'tables' | 'lists' | 'masks' | 'mask' | 'value' | 'slot' | 'range' | 'first' | 'touched'>,
): Code {
  const value = i32.xor(v.value.get, i32.load16(v.mask.get, MASKS_AT));
  const addressInList = (at: number) => i32.add(v.lists.get, times(i32.load(v.slot.get, at, LISTS), 2));
  return [
    v.mask.set(i32.const(0)),
    countTo(
      v.mask,
      times(v.masks.get, 1),
      2,
      v.slot.set(i32.add(v.tables.get, times(value, 2))),
      v.first.set(addressInList(0)),
      v.range.set(i32.add(i32.const(RANGES_AT), times(v.mask.get, 2))),
      i32.store(v.range.get, v.first.get),
      i32.store(v.range.get, addressInList(4), 4),
      touch(v, i32.load(v.first.get, 0, LISTS)),
    ),
  ].flat();
}

const scan: FunctionCode = makeFunction(
  ['first', 'end'],
  { hash: 'i32', distance: 'i32', ...QUERY_WORDS },
  null,
  (v) => [
    loadQuery(v),
    countTo(v.first, v.end.get, 1, v.hash.set(addressOfHash(v.first.get)), compare(v, v.first.get, null)),
  ],
);
