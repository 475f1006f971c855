/** Every address of the product. Their words are Indonesian because people read and share them. */
import { index, prefix, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('masuk', 'routes/sign-in.tsx'),
  route('keluar', 'routes/sign-out.ts'),
  route('kata-sandi', 'routes/password.tsx'),
  route('preferensi', 'routes/preferences.ts'),
  route('akun', 'routes/accounts.tsx'),
  route('akun/baru', 'routes/account-new.tsx'),
  route('akun/:akun', 'routes/account.tsx'),
  route('jejak', 'routes/audit.tsx'),
  route('rakerda/baru', 'routes/rakerda-new.tsx'),
  route('rakerda/:rakerda', 'routes/rakerda.tsx'),
  route('rakerda/:rakerda/langsung', 'routes/live.ts'),
  ...prefix('rakerda/:rakerda/:instrumen', [
    route('banding', 'routes/comparison.tsx'),
    route('banding.csv', 'routes/comparison-csv.ts'),
    route('rilis', 'routes/release.tsx'),
    route('rilis/:berkas', 'routes/release-file.ts'),
    route(':instansi', 'routes/result.tsx'),
    route(':instansi/rencana', 'routes/planner.tsx'),
    route(':instansi/hasil.pdf', 'routes/result-pdf.ts'),
    route(':instansi/isi', 'routes/questionnaire.tsx'),
    route(':instansi/isi/:nomor', 'routes/indicator.tsx'),
    route(':instansi/isi/:nomor/simpan', 'routes/save-answer.ts'),
    route(':instansi/status', 'routes/workflow.tsx'),
    route(':instansi/riwayat', 'routes/history.tsx'),
  ]),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
