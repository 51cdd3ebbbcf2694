/** Opens the system's share sheet. @throws what the system says, but for a reader who closed it without choosing an app */
export async function shareWithSystem(data: ShareData): Promise<void> {
  try {
    await navigator.share(data);
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
}
