import { getStorageKey } from './storage-key.ts';

/**
 * Sets the reader's choice of colours before anything is painted. It stands in every `<head>` and is allowed by its
 * hash, so it stays the same on every page and under 400 bytes.
 */
export const themeScript = `try{var t=localStorage.getItem(${JSON.stringify(getStorageKey('theme'))});if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch(e){}`;
