import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, getuid, platform } from 'node:process';
import { chromium, firefox } from 'playwright';

/** Options for Playwright's `launch`. */
export interface Launch {
  readonly executablePath?: string;
  readonly channel?: string;
  readonly args: readonly string[];
}

export const isRoot = getuid?.() === 0;

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chrome or Chromium the tests use: $CHROME_PATH, a system one, or one that Playwright installed. */
export function findChromium(): string | undefined {
  if (env.CHROME_PATH) return env.CHROME_PATH;
  return [...onPath(names), ...usualPlaces(), chromium.executablePath()].find(isProgram);
}

/** How to start it. Quiet: a browser that looks for updates makes timings and network tests unsteady. */
export function chromiumLaunch(executablePath: string): Launch {
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // Chromium's sandbox refuses to start as root, which is what a container usually is.
  return { executablePath, args: isRoot ? ['--no-sandbox', ...args] : args };
}

/** A Firefox that Playwright can drive, or nothing. A system Firefox is driven through WebDriver BiDi. */
export function findFirefox(): Launch | undefined {
  if (isProgram(firefox.executablePath())) return { executablePath: firefox.executablePath(), args: [] };
  const system = [...onPath(['firefox', 'firefox-esr']), ...usualFirefoxPlaces()].find(isProgram);
  return system ? { executablePath: system, channel: 'moz-firefox', args: [] } : undefined;
}

function onPath(programs: readonly string[]): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}

function usualPlaces(): string[] {
  if (platform === 'darwin') return macFolders().flatMap((folder) => macApplications.map((app) => join(folder, app)));
  if (platform === 'win32')
    return windowsFolders().flatMap((folder) => windowsPrograms.map((exe) => join(folder, exe)));
  return ['/snap/bin/chromium'];
}

function usualFirefoxPlaces(): string[] {
  if (platform === 'darwin') return macFolders().map((folder) => join(folder, 'Firefox.app/Contents/MacOS/firefox'));
  if (platform === 'win32') return windowsFolders().map((folder) => join(folder, 'Mozilla Firefox\\firefox.exe'));
  return [];
}

function macFolders(): string[] {
  return ['/Applications', join(env.HOME ?? '', 'Applications')];
}

function windowsFolders(): string[] {
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
