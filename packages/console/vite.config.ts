import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `RECADO_API` is where the API listens in development; the built console is served by the API's own server. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: true },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['RECADO_API'] ?? 'http://127.0.0.1:8080' } },
})
