import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A message that was handed to SES. */
export interface Handed {
  readonly to: string;
  readonly from: string;
  readonly configuration: string | null;
  /** The message as a mail server gets it. */
  readonly message: Buffer;
}

/** How SES answers a message: it takes it, or refuses it with a status and the name of an error. */
export type SesAnswer = (
  to: string,
  call: number,
) => { readonly status: number; readonly error: string } | 'lost' | null;

/** The call SendEmail of SES: takes messages unless `answer` says otherwise. */
export class SesServer {
  readonly taken: Handed[] = [];
  /** The number of calls. */
  calls = 0;
  answer: SesAnswer = () => null;
  /** What a call waits for on its way, besides the answer. */
  way: (incoming: IncomingMessage, response: ServerResponse) => Promise<void> = async () => {};

  listen(): Server {
    return createServer(async (request, response) => {
      const way = this.way(request, response);
      const input = JSON.parse(await text(request)) as {
        readonly FromEmailAddress: string;
        readonly Destination: { readonly ToAddresses: readonly string[] };
        readonly Content: { readonly Raw: { readonly Data: string } };
        readonly ConfigurationSetName?: string;
      };
      await way;
      this.calls += 1;
      if (request.url !== '/v2/email/outbound-emails') return void response.writeHead(404).end('{}');
      const [to = ''] = input.Destination.ToAddresses;
      const answer = this.answer(to, this.calls);
      if (answer !== null && answer !== 'lost') {
        const headers = { 'content-type': 'application/json', 'x-amzn-errortype': answer.error };
        return void response.writeHead(answer.status, headers).end(JSON.stringify({ message: `no mail to ${to}` }));
      }
      const message = Buffer.from(input.Content.Raw.Data, 'base64');
      const configuration = input.ConfigurationSetName ?? null;
      this.taken.push({ to, from: input.FromEmailAddress, configuration, message });
      if (answer === 'lost') return void request.socket.destroy();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ MessageId: '1' }));
    });
  }
}
