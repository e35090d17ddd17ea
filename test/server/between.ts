import { existsSync, rmSync } from 'node:fs';
import { createServer, connect, type Server as Door, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Server } from '../support/server.ts';

/** What somebody between a client and the server does with what the client says. */
export type Deed = 'pass' | 'swallow' | 'break' | 'break-after';

/** Stands between clients and the server, at a port of its own, and hears what the clients say. */
export class Between {
  readonly #server: Server;
  readonly #door: Door;
  readonly #path: string;
  readonly #sockets = new Set<Socket>();
  /** Asked of each piece that a client sends: how many came before it in this connection, and what stands in it. */
  hears: (at: number, said: string) => Deed = () => 'pass';
  /** Nobody new is let in. */
  shut = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.#path = join(server.folder, `.s.PGSQL.${port}`);
    this.#door = createServer((client) => {
      this.#lead(client);
    });
  }

  static async open(server: Server, port: number): Promise<Between> {
    const between = new Between(server, port);
    await new Promise<void>((resolve) => {
      between.#door.listen(between.#path, () => {
        resolve();
      });
    });
    return between;
  }

  /** The same address, by way of this door. */
  by(address: string): string {
    const port = /(\d+)$/.exec(this.#path)?.[1] ?? '';
    return address.replace(/port=\d+/, `port=${port}`);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#door.close(resolve));
    if (existsSync(this.#path)) rmSync(this.#path);
  }

  #lead(client: Socket): void {
    if (this.shut) {
      client.destroy();
      return;
    }
    const server = connect(join(this.#server.folder, `.s.PGSQL.${this.#server.port}`));
    const ends = [client, server];
    const broken = () => {
      for (const end of ends) end.destroy();
    };
    for (const end of ends) {
      this.#sockets.add(end);
      end.on('error', broken);
      end.on('close', () => {
        this.#sockets.delete(end);
        broken();
      });
    }
    let at = 0;
    client.on('data', (piece: Buffer) => {
      const deed = this.hears(at, piece.toString('latin1'));
      at += 1;
      if (deed === 'pass') server.write(piece);
      else if (deed === 'break') broken();
      else if (deed === 'break-after') {
        // The server has it and answers; the answer comes to nobody.
        server.removeAllListeners('data');
        server.once('data', broken);
        server.write(piece);
      }
    });
    server.on('data', (piece: Buffer) => client.write(piece));
  }
}
