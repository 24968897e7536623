// Preloaded into the worker and the API: when the process that started them is gone, even by kill -9,
// the channel to it closes and they end as on SIGTERM.
const LAST_MOMENT_MS = 15_000;

if (process.channel) {
  // Listening must not keep the process alive by itself.
  process.channel.unref();
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
}
