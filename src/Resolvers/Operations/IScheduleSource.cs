using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>Knows the jobs that the service starts by the clock.</summary>
public interface IScheduleSource
{
    /// <summary>All jobs with their next and last times; cheap, because it is asked before every query.</summary>
    Task<IReadOnlyList<Schedule>> ListAsync(CancellationToken cancellationToken);
}
