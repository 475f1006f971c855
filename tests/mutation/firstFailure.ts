/** A fault is caught by the first example that fails; the search for the smallest one would only take time. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
