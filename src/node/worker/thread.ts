import {parentPort, workerData} from 'node:worker_threads'
import {answer} from './answer'
import {ready} from './guarded-thread'
import type {WorkerOptions} from './protocol'

parentPort!.on('message', (line: Uint8Array) => parentPort!.postMessage(answer(line, workerData as WorkerOptions)))
parentPort!.postMessage(ready)
