import type { Logger } from 'pino';
import type { Pool } from 'pg';

/** What the routes need besides the caller: one set per process. */
export interface Services {
  readonly pool: Pool;
  /** For requests only: each connection says for whom it works before anything else (`scopedPool`). */
  readonly readers: Pool;
  readonly log: Logger;
  /** Uploaded files live below `<dataDir>/files`. */
  readonly dataDir: string;
  /** Address that people see, without a slash at the end. */
  readonly publicUrl: string;
  /** `host:port` of Temporal; readiness only, the API needs it for nothing else. */
  readonly temporalAddress: string;
  readonly limits: Limits;
  /** Parse every answer by its schema (tests): document and behaviour cannot drift apart. */
  readonly checkResponses: boolean;
}

interface Limits {
  readonly uploadBytes: number;
  /** Multiplies every rate limit; deadline days need room. */
  readonly rateFactor: number;
}
