import { verbatim } from "./errors";
import type { Message, Said } from "./message";

/** Zod carries strings: a schema's own message goes in as its English text, and is found again by it. */

const messages = new Map<string, Message>();

/** The English text of a message, as a schema takes it: `z.int().min(2, schemaText(texts.noNegatives))`. */
export function schemaText(message: Message): string {
  messages.set(message.text, message);
  return message.text;
}

/** What a schema said: the message whose text it was given, or what Zod itself says. */
export function saidBySchema(text: string): Said {
  return messages.get(text) ?? verbatim(text);
}
