/** The door for processes that do one thing: what a worker needs beside it is not loaded. */
export { startMatchIndex } from './match-index/start-match-index.js';
