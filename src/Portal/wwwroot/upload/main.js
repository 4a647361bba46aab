// Hands files in by tus 1.0.
import './one.js';
import './queue.js';
