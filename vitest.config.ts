import {defineConfig} from 'vitest/config'

export default defineConfig({
  resolve: {alias: {'#tables': new URL('./src/tables/generated.ts', import.meta.url).pathname}},
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    coverage: {include: ['src/**'], exclude: ['src/generated/**']},
  },
})
