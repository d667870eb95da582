/** Version of stage `fingerprint`: what differs in it cannot be compared. The match index holds rows of this one alone. */
export const FINGERPRINT_VERSION = 1;
