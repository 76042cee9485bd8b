import { archive } from '../../archive.config.ts';
import { icon } from '../publish/icon.ts';

export const GET = () => new Response(icon(archive.accent.light));
