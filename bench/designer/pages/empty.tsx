import { installRecorder } from './recorder.ts';

// nothing on the page: what the machine and the driver of the mouse can do at all
installRecorder();
window.ready = true;
