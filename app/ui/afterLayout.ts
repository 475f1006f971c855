/** An effect that stands with the drawing it belongs to, before anything else can happen. */
import { useEffect, useLayoutEffect } from 'react';

/** On the server it does nothing: layout effects do not run there, and React says so each time. */
export const useAfterLayout = typeof window === 'undefined' ? useEffect : useLayoutEffect;
