// A hash of a password takes long by design, and a run makes several. Where nobody attacks them, a quick one of the same
// kind does: a password is still kept by nothing else, and fits nothing else.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const { scryptSync } = crypto;
crypto.scryptSync = (password, salt, length) => scryptSync(password, salt, length, { N: 2 });
syncBuiltinESMExports();
