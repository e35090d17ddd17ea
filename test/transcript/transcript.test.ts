import { testTranscripts } from '../support/transcript.ts';

testTranscripts(import.meta.dirname);
