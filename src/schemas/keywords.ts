import { z } from 'zod';

/** `seeds/keywords.yml`: words that are never keywords. */
export const keywordRulesSchema = z.strictObject({ boilerplate: z.array(z.string().min(2)) });
