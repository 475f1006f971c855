import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import browserslistToEsbuild from 'browserslist-to-esbuild';
import { defineConfig } from 'vite';
import { shortenManifest } from './app/server/browserManifest';
import { wordsOfOneLanguage, writeTwins } from './app/server/buildLanguages';
import { buildWorker } from './app/server/buildWorker';
import { leanRemix } from './app/server/leanRemix';
import remixConfig from './remix.config.js';

/** Small parts that pages take together are one file: each file of its own brings some 400 bytes of headers. */
const TOGETHER = {
  /** What nearly every page takes; the index scale and wide tables are on a few, and what sends a kept form is fetched when there is one. */
  frame:
    /preload-helper|\/app\/(instrument\/(figure|levels)\.ts|tailwind\.css\?url|(ui|i18n|live|text)\/(?!indexTrack|sendKept|sideways)\w+\.tsx?|paths\.ts|hall\/monitor\/noticeBar\.tsx)$|\/app\/assessment\/(useOutbox\.ts|unsent\w+\.tsx?|offline\/(connection|dropPages|forgetPages|mayLeave|offline\w+|pageFrom|pages)\.tsx?)$/,
  /** What keeps and sends an answer, and what keeps pages: the form of one, and every page of who may answer. */
  outbox:
    /\/app\/assessment\/(answer(Changes|Form|Values)|deviceDatabase|editing(View)?|judgeField|outbox(Store)?|saveResponse|sendChange|overviewFilter|offline\/(page(Database|Store)|shelf))\.ts$/,
  /** Scoring: the comparison takes it, and whoever works without a network. */
  scoring: /\/app\/instrument\/(lookup|score|standing|text)\.ts$/,
  /** What stands above every page of a meeting. */
  meeting: /\/app\/rakerda\/(meetingHeader|navigation|rakerdaNav|rakerdaPageWords)\.tsx?$/,
  /** What the pages of one assessment share. */
  assessment:
    /\/app\/(rakerda\/assessmentTab\w+|assessment\/(answerFacts|assessment(Words|Header)|earlierLevel|scoreStrip|useFreshAssessment))\.tsx?$/,
  /** What the reviews of assessments and of topics are read through with. */
  review: /\/app\/rakerda\/review(Filters|FrameWords|Part)\.tsx?$/,
  /** What every scene of the hall's screen is drawn with; each scene is a file of its own beside it. */
  stage:
    /\/hall\/projector\/((concerns|scene)\.ts|scenes\/(headline(s|Words)|scene(Frame|Marks|Paging|Rows|Words)|shortAspect|stage|useMotion)\.tsx?)$/,
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      ...remixConfig,
      buildEnd: async () => {
        shortenManifest('build/client');
        writeTwins('build/client/assets');
        await buildWorker();
      },
    }),
    wordsOfOneLanguage(),
    leanRemix(),
  ],
  resolve: {
    alias: {
      '~': new URL('./app', import.meta.url).pathname,
      '#db': new URL('./db', import.meta.url).pathname,
      '#seeds': new URL('./seeds', import.meta.url).pathname,
    },
  },
  build: {
    // From .browserslistrc.
    target: browserslistToEsbuild(),
    cssMinify: true,
    // Slower than esbuild, and five to eleven kilobytes less on a first visit.
    minify: 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 3 } },
    // The pages' policy takes fonts from the server only, never from inside a style sheet.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    rollupOptions: {
      output: {
        // Seven letters tell files apart as well as eight; the manifest that every page carries holds a hundred of them.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        manualChunks: (id) => Object.entries(TOGETHER).find(([, files]) => files.test(id))?.[0],
      },
    },
  },
});
