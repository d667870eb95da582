import { v7 } from 'uuid';

/** UUIDv7 (RFC 9562 §5.7): time-ordered, made in the application so that any PostgreSQL 15+ will do. */
export function newId(): string {
  return v7();
}
