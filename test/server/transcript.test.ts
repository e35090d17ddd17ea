import { testTranscripts } from '../support/transcript.ts';

// What only a book on a server can answer.
testTranscripts(import.meta.dirname);
