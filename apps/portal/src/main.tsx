import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startLanguage } from './i18n/language';
import { startAppearance } from './lib/appearance';
import { takeLink } from './lib/link-token';

takeLink();
// Another link opened in the same tab only changes the fragment.
window.addEventListener('hashchange', () => takeLink() && window.location.reload());

startAppearance();
startLanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
