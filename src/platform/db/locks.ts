/**
 * Numbers of PostgreSQL's advisory locks, which know no names: two features that took the same one would wait for each other.
 * `custodyAppend` and `checkpoints` stand in the functions of the custody migration too.
 */
export const LOCKS = {
  migration: 5_417_203,
  /** Held by every transaction that writes to the custody log, from its append to its end. */
  custodyAppend: 5_417_204,
  /** Serialises those who sign. */
  checkpoints: 5_417_205,
  /** Serialises the workers that melt. */
  tallyMelt: 5_417_206,
  /** Held for as long as the places that come with the desk are read in. */
  gazetteerLoad: 5_417_207,
  /** Two imports of one file would each take the other's places for new. */
  gazetteerImport: 5_417_208,
  /** From before the insert until the commit: ids of fingerprints then appear in their order. */
  fingerprints: 5_417_209,
  matches: 5_417_210,
} as const;
