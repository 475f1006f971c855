/** Figures and answers come out of a spreadsheet, and figures out of a list of reports. */
import ExcelJS from 'exceljs';
import { fileImportWords } from '~/files/fileImportWords';
import { importWords } from '~/topics/imports/importWords';
import { topicWords } from '~/topics/topicWords';
import { expect, person, RAKERDA, test } from './fixtures';

const words = topicWords.id;
const TOPICS = `/rakerda/${RAKERDA}/topik`;
/** Nothing is filled in there in the demo. */
const AGENCY = '63.10';
const SHEET = `${TOPICS}/lapor-sp4n/${AGENCY}`;

test.describe.configure({ timeout: 90_000 });

test('figures and answers come from a spreadsheet, and figures out of a list of reports', async ({
  browser,
  freshProduct: product,
}) => {
  const says = importWords.id;
  const file = fileImportWords.id;
  const open = async (javaScriptEnabled: boolean) =>
    (await person(browser, product, 'operator.6310', { javaScriptEnabled })).page;

  await test.step('without scripts: template, difference, saved', async () => {
    const page = await open(false);
    await page.goto(SHEET);
    await page.getByRole('link', { name: words.sheet.import }).click();
    const template = await page.request.get(`${SHEET}/isian.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await template.body()).buffer);
    const fill = (code: string, value: ExcelJS.CellValue) =>
      book.worksheets[0]?.eachRow((row) => {
        if (row.getCell(1).text === code) row.getCell(5).value = value;
      });
    const send = async () => {
      const buffer = Buffer.from(await book.xlsx.writeBuffer());
      await page.locator('#berkas').setInputFiles({ name: 'isian.xlsx', mimeType: 'text/plain', buffer });
      await page.getByRole('button', { name: file.upload.check }).click();
    };
    fill('received', 8146);
    fill('resolved', 9797);
    await send();
    const above = words.aboveWhole({ field: 'Selesai', whole: 'Laporan diterima' });
    await expect(page.getByRole('alert')).toContainText(above);
    fill('resolved', 7797);
    await send();
    await expect(page.locator('[data-difference="received"]')).toContainText('8.146');
    await page.getByRole('button', { name: file.difference.take }).click();
    await expect(page.getByText(words.sheet.saved)).toBeVisible();
    await expect(page.locator('#angka-resolved')).toHaveValue('7.797');
  });

  await test.step('with scripts: a list whose columns are named by the person', async () => {
    const page = await open(true);
    await page.goto(`${SHEET}/impor`);
    const rows = [
      'Kapan;Keadaan',
      '2024-05-06;Selesai',
      '2024-05-07;Proses',
      '2023-05-07;Proses',
      '2024-05-08;?',
    ];
    const send = async () => {
      const buffer = Buffer.from(rows.join('\r\n'));
      await page
        .locator('#berkas-laporan')
        .setInputFiles({ name: 'lapor.csv', mimeType: 'text/csv', buffer });
      await page.locator('#tahun').fill('2024');
      await page.getByRole('button', { name: says.counts.check }).click();
    };
    await send();
    await expect(page.getByText(says.counts.noColumns)).toBeVisible();
    await page.locator('#kolom-date').selectOption('Kapan');
    await page.locator('#kolom-status').selectOption('Keadaan');
    await send();
    await expect(page.locator('[data-difference="received"]')).toContainText('3');
    await expect(page.locator('[data-finding="otherYear"]')).toContainText('4');
    await page.getByRole('button', { name: file.difference.take }).click();
    await expect(page.getByText(words.sheet.saved)).toBeVisible();
    await expect(page.locator('#angka-received')).toHaveValue('3');
    await expect(page.locator('#angka-resolved')).toHaveValue('1');
  });

  await test.step('answers of an assessment do so too', async () => {
    const page = await open(false);
    const assessment = `/rakerda/${RAKERDA}/spbe-2020/${AGENCY}`;
    await page.goto(`${assessment}/isi`);
    await page.locator(`main a[href="${assessment}/impor"]`).click();
    const template = await page.request.get(`${assessment}/isian.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await template.body()).buffer);
    book.worksheets[0]?.eachRow((row) => {
      if (row.getCell(1).text !== '47') return;
      row.getCell(5).value = 5;
      row.getCell(6).value = 'Layanan dipakai semua instansi.';
    });
    const buffer = Buffer.from(await book.xlsx.writeBuffer());
    await page.locator('#berkas').setInputFiles({ name: 'jawaban.xlsx', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: file.upload.check }).click();
    await expect(page.locator('[data-difference="47"]')).toContainText('Layanan dipakai semua instansi.');
    await page.getByRole('button', { name: file.difference.take }).click();
    await page.waitForURL(`**${assessment}/isi`);
    await page.goto(`${assessment}/isi/47`);
    await expect(page.getByText('Layanan dipakai semua instansi.')).toBeVisible();
    await expect(page.locator('input[name="level"][value="5"]')).toBeChecked();
  });
});
