/**
 * Remix asks while it runs which of its ways were chosen. `remix.config.js` says so before: told while the pages are built,
 * the browser's scripts leave out the ways that are never gone (docs/decisions/0085).
 */
import type { Plugin } from 'vite';

/** Which ways Remix asks for, in which file, and what is true of this product. */
type Answer = readonly [file: string, asked: RegExp, answer: string];

const REMIX = '/node_modules/@remix-run/react/dist/esm';
const ROUTER = '/node_modules/@remix-run/router/dist/router.js';
const ROUTES = '/node_modules/react-router/dist/index.js';
const DOM = '/node_modules/react-router-dom/dist/index.js';

const CHOSEN: readonly Answer[] = [
  [`${REMIX}/browser.js`, /window\.__remixContext\.future\.v3_singleFetch/g, 'true'],
  [`${REMIX}/browser.js`, /window\.__remixContext\.isSpaMode/g, 'false'],
  [`${REMIX}/components.js`, /(?<!\.)future\.v3_singleFetch/g, 'true'],
  [`${REMIX}/components.js`, /isFogOfWarEnabled\(future, isSpaMode\)/g, 'false'],
  // No link fetches before it is followed.
  [`${REMIX}/components.js`, /usePrefetchBehavior\(prefetch, props\)/g, '[false, null, {}]'],
  [`${REMIX}/components.js`, /shouldPrefetch && !isAbsolute/g, 'false'],
  [`${REMIX}/components.js`, /isPageLinkDescriptor\(link\)/g, 'false'],
  [`${REMIX}/fog-of-war.js`, /(?<!function )isFogOfWarEnabled\(future, isSpaMode\)/g, 'false'],
  [`${REMIX}/links.js`, /future\.v3_singleFetch/g, 'true'],
  [`${REMIX}/routes.js`, /future\.v3_singleFetch/g, 'true'],
  // A way of fetching is always handed to the router of single fetch.
  [`${REMIX}/routes.js`, /typeof singleFetch === "function"/g, 'true'],
  // The router of this product knows all routes, has every way of version 7, and is never handed deferred data.
  [ROUTER, /init\.patchRoutesOnNavigation/g, 'undefined'],
  [ROUTER, /fogOfWar\.active = false;/g, ''],
  [ROUTER, /fogOfWar\.active/g, 'false'],
  [ROUTER, /(?<=\(!?)isFogOfWar(?=\)| &&)/g, 'false'],
  [ROUTER, /(?<!function )isDeferredResult\(\w+\)/g, 'false'],
  [ROUTER, /(?<!function )isDeferredData\(result\)/g, 'false'],
  [ROUTER, /(?<!\w)future\.v7_(?!throwAbortReason)\w+/g, 'true'],
  // Nor does a page fade into the next: that would move what people read.
  [ROUTER, /appliedViewTransitions\.(?:get|has)\([\w.]+\)/g, 'undefined'],
  [ROUTER, /= \(opts && opts\.enableViewTransition\) === true/g, '= false'],
  [ROUTER, /(?<=else if \()pendingViewTransitionEnabled(?=\))/g, 'false'],
  [ROUTER, /restoreAppliedTransitions\(routerWindow, appliedViewTransitions\);/g, ''],
  [ROUTER, /(?<=\(\) => )persistAppliedTransitions\(routerWindow, appliedViewTransitions\)/g, 'undefined'],
  [DOM, /!viewTransitionOpts \|\| isViewTransitionUnavailable/g, 'true'],
  [DOM, /vtContext\.isTransitioning && !vtContext\.flushSync/g, 'false'],
  [DOM, /!vtContext\.isTransitioning && interruption/g, 'false'],
  [DOM, /renderDfd && pendingState(?= &&)/g, 'false'],
  // Advice for those who write routes: nobody reads it in a built script.
  [ROUTER, /(?<=function warning\(cond, message\) \{)/g, ' return;'],
  [ROUTES, /(?<=function logV6DeprecationWarnings\(renderFuture, routerFuture\) \{)/g, ' return;'],
  [DOM, /UNSAFE_logV6DeprecationWarnings\([^)]*\)/g, 'undefined'],
];

/** @throws Error where Remix asks in another way than this file knows */
export function leanRemix(): Plugin {
  return {
    name: 'lean-remix',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      // The encoder is for pages from the device alone; as the same module it would lie with the decoder, in every page.
      if (source !== 'turbo-stream' || options.ssr || !importer?.endsWith('/openFromDevice.tsx')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && `${found.id}?encoder`;
    },
    transform(code, id, options) {
      const chosen = options?.ssr ? [] : CHOSEN.filter(([file]) => id.endsWith(file));
      if (chosen.length === 0) return null;
      return {
        code: chosen.reduce(answered, code),
        map: null,
      };
    },
  };
}

function answered(code: string, [file, asked, answer]: Answer): string {
  const told = code.replace(asked, answer);
  if (told === code) throw new Error(`${file} of Remix no longer asks ${asked.source}`);
  return told;
}
