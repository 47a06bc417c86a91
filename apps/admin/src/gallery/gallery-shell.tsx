import { NAVIGATION } from '../app/shell/navigation';
import { Shell } from '../app/shell/shell';
import { SessionContext } from '../app/session';
import { palette, session } from './samples';

export const GalleryShell = () => (
  <SessionContext value={session}>
    <Shell navigation={NAVIGATION} providers={palette} />
  </SessionContext>
);
