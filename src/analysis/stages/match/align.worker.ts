import { parentPort, workerData } from 'node:worker_threads';
import type { Track } from '../fingerprint/domain/track.js';
import { alignTracks } from './domain/align-tracks.js';

/** The thread of one search (`AlignThread` starts it): an alignment for each track it is sent. */
if (parentPort === null) throw new Error('align.worker is a worker thread.');
const port = parentPort;
const own = workerData as Track;

port.on('message', (other: Track) => port.postMessage(alignTracks(own, other)));
