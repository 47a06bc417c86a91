/// <reference types="vite/client" />

/** True in development builds only. */
declare const __GALLERY__: boolean;
