import { describe, expect, test } from 'vitest';
import { provide } from '../hosts/needs.js';
import { password, startNatsServer } from '../tools/nats-server.js';
import { connect, expectAt, linkTo, natsServer, openStudent } from './class-pages.js';
import { onStage, openStage, patient, placeOf, press } from './stage-page.js';

const missing = await provide({ needs: [natsServer] });

describe.skipIf(missing)(
  missing === undefined ? 'a class that follows' : `a class that follows (skipped: ${missing})`,
  () => {
    test('the stage leads students’ pages, gives them the link, and asks for the password again after a reload', async () => {
      const server = await startNatsServer();
      const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/w5?set=w5:-2');
      await page.keyboard.press('t');
      await page.waitForURL(/follow\.html/);
      await onStage(page);
      await expect.poll(() => placeOf(page), patient).toBe('v1/mazur/backward/w5?set=w5:-2');
      await page.keyboard.press('t');
      await page.getByLabel('Server', { exact: true }).fill(server.url);
      await connect(page);
      await page.getByText('Leading “').waitFor();
      const student = await openStudent(linkTo(server.url));
      await expectAt(student.lesson, await placeOf(page));
      await page.getByRole('button', { name: 'Close' }).click();
      const [next] = await press(page, 'PageDown', 1);
      expect(next).toContain('show=question');
      await expectAt(student.lesson, next!);
      await page.keyboard.press('b');
      await student.page.getByText('has blanked the screen').waitFor();
      await page.keyboard.press('b');

      await page.keyboard.press('c');
      const codes = page.getByRole('dialog', { name: 'Open this step on your own screen' });
      expect(await codes.getByRole('link').first().getAttribute('href')).toBe(`${linkTo(server.url)}&lesson=mazur`);
      await page.keyboard.press('Escape');

      expect(page.url()).not.toContain(password);
      await page.reload();
      await onStage(page);
      await expect.poll(() => placeOf(page), patient).toBe(next);
      expect(await page.getByLabel('Server', { exact: true }).inputValue()).toBe(server.url);
      expect(await page.getByLabel('Room', { exact: true }).inputValue()).toBe('ada');
      expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
      await connect(page);
      await page.getByText('Leading “').waitFor();
      await page.getByRole('button', { name: 'Close' }).click();
      const [last] = await press(page, 'PageDown', 1);
      await expectAt(student.lesson, last!);
      await student.expectQuiet();
      await student.close();
      await expectQuiet();
      await close();
      await server.close();
    });
  },
);
