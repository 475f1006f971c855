/**
 * `npm start`. React and others ask only once, while they are loaded, whether this is production, and imports are loaded
 * before the first line of the file they stand in: so it is said here, and all that serves is imported afterwards.
 */
process.env.NODE_ENV = 'production';

const { serve } = await import('./serve');
await serve();

export {};
