import fc from 'fast-check';

/** A test that has failed has noticed: looking for its smallest counter-example would only cost time. */
fc.configureGlobal({ endOnFailure: true });
