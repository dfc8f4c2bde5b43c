// Completes package-lock.json after "npm install". If npm cannot fetch the packages of some platforms, it leaves them out of the lock
// file, and "npm ci" then refuses that lock file on every platform. This script adds them again, by their names, with the checksums
// that the registry states.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x'];
const LIBRARIES = { musl: 'musl', gnu: 'glibc' };

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lock;

for (const [path, { optionalDependencies = {}, license, engines }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    if (packages[place] ?? packages[`${path}/${place}`]) continue;
    packages[place] = { version, ...platformOf(name), license, optional: true, dev: true, engines };
    console.log(`${name} ${version}`);
  }
}
for (const [place, entry] of Object.entries(packages)) {
  if (place === '' || entry.integrity) continue;
  const published = `${place.replace(/^.*node_modules\//, '')}@${entry.version}`;
  entry.integrity = execFileSync('npm', ['view', published, 'dist.integrity'], {
    encoding: 'utf8',
  }).trim();
  if (!entry.integrity) throw new Error(`the registry states no checksum of ${published}`);
}
const inOrder = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(inOrder);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);

/** The platform in a name, `@scope/binding-linux-arm64-musl`: npm then skips the package on others. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const [os, cpu] = [SYSTEMS, PROCESSORS].map((all) => all.filter((word) => words.includes(word)));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`for which platform is ${name}?`);
  const libc = Object.keys(LIBRARIES).filter((word) => words.includes(word));
  return { os, cpu, ...(libc.length > 0 && { libc: libc.map((word) => LIBRARIES[word]) }) };
}
