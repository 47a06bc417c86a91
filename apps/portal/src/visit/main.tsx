import '../styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../i18n/language';
import { startAppearance } from '../lib/appearance';
import { watchAddress } from './address';
import { keepForOffline } from './offline';
import { VisitApp } from './visit-app';

watchAddress();
startAppearance();
startLanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <VisitApp />
    </StrictMode>,
  );
}
// After the first screen: nothing of it may wait for what is only needed without reception.
window.addEventListener('load', keepForOffline);
