// npm start, npm test, npm run dev. Runs before anything is installed, so it uses nothing but Node itself.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Latchkey needs Node 20.19 or later; this is Node ${process.versions.node}. Get a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

const COMMANDS = {
  start: () => import('./start.mjs').then(({ start }) => start(process.argv.slice(3))),
  test: () => import('./test.mjs').then(({ test }) => test()),
  dev: () => import('./dev.mjs').then(({ dev }) => dev(process.argv.slice(3))),
};

const command = COMMANDS[process.argv[2]];
if (!command) {
  console.error('Use: node scripts/run.mjs start | test | dev');
  process.exit(2);
}

try {
  process.exitCode = (await command()) || process.exitCode;
} catch (error) {
  // A step that failed has said why; anything else is a fault of these scripts and shows its stack.
  console.error(error.isExplained ? error.message : error);
  process.exitCode ||= 1;
}
