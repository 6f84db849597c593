import { docusaurus } from './docusaurus/host.js';
import type { Host } from './host.js';
import { hugo } from './hugo/host.js';
import { mkdocs } from './mkdocs/host.js';
import { plain } from './plain/host.js';
import { reveal } from './reveal/host.js';
import { sphinx } from './sphinx/host.js';
import { vitepress } from './vitepress/host.js';

/** The site generators the tutor is tried in; the quickest first. */
export const hosts: readonly Host[] = [plain, reveal, hugo, mkdocs, sphinx, vitepress, docusaurus];
