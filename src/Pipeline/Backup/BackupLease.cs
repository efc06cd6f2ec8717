using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>
/// Lets one process at a time write to a store of backups, whatever machine it is on: a small object that is taken and renewed by conditional
/// writes. It expires, so that a process that died stands in nobody's way for long.
/// </summary>
internal sealed class BackupLease : IAsyncDisposable
{
    private const string Key = "lock.json";
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);
    private readonly ILake _target;
    private readonly TimeProvider _time;
    private string _tag;
    private DateTimeOffset _until;

    private BackupLease(ILake target, TimeProvider time, string tag, DateTimeOffset until) =>
        (_target, _time, _tag, _until) = (target, time, tag, until);

    /// <exception cref="BackupException">Another process has it.</exception>
    public static async Task<BackupLease> TakeAsync(ILake target, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await target.FindAsync(LakeLayer.Backup, Key, cancellationToken);
        var holder = found is null ? null : await target.ReadJsonAsync<Holder>(LakeLayer.Backup, Key, cancellationToken);
        if (holder is not null && holder.Until > time.GetUtcNow() && !IsDead(holder))
        {
            throw Busy(holder);
        }

        var next = Holder.Self(time);
        var tag = await target.TryWriteJsonAsync(LakeLayer.Backup, Key, next, found?.Tag, cancellationToken) ?? throw Busy(holder);
        return new BackupLease(target, time, tag, next.Until);
    }

    /// <summary>To be called now and then while working.</summary>
    /// <exception cref="BackupException">It expired, and another process took it.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (_until - _time.GetUtcNow() > Duration / 2)
        {
            return;
        }

        var next = Holder.Self(_time);
        _tag = await _target.TryWriteJsonAsync(LakeLayer.Backup, Key, next, _tag, cancellationToken) ?? throw Busy(holder: null);
        _until = next.Until;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if ((await _target.FindAsync(LakeLayer.Backup, Key, CancellationToken.None))?.Tag == _tag)
            {
                await _target.DeleteAsync(LakeLayer.Backup, Key, CancellationToken.None);
            }
        }
        catch (LakeException)
        {
            // It expires by itself; what went wrong with the store has been told already.
        }
    }

    // Of processes on this machine it can be known that they are gone; their number may be another's by now, which only means to wait.
    private static bool IsDead(Holder holder)
    {
        if (holder.Machine != Environment.MachineName || holder.Process == Environment.ProcessId)
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(holder.Process);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static BackupException Busy(Holder? holder) => new(
        BackupFault.Busy,
        holder is null ? "Another process writes to the backups."
            : $"Another process (number {holder.Process} on {holder.Machine}) writes to the backups; if it died, the way is free at {holder.Until:u}.");

    private sealed record Holder(string Machine, int Process, DateTimeOffset Until)
    {
        public static Holder Self(TimeProvider time) => new(Environment.MachineName, Environment.ProcessId, time.GetUtcNow() + Duration);
    }
}
