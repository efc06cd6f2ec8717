using GraphQL;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Resolvers.Access;

/// <summary>What a field asks of its callers.</summary>
/// <param name="Field">The least role for the field itself, if it needs one.</param>
/// <param name="Arguments">The least roles for arguments that are given.</param>
/// <param name="Access">Tells what a caller may do.</param>
internal sealed record AccessRule(Role? Field, IReadOnlyList<(string Name, Role Role)> Arguments, IAccessPolicy Access)
{
    public bool IsEmpty => Field is null && Arguments.Count == 0;

    /// <exception cref="GoldError">The caller may not.</exception>
    public void Demand(IResolveFieldContext context)
    {
        var scope = Access.ScopeOf(context.User);
        if ((Field is { } role && !scope.Includes(role)) || Arguments.Any(a => !scope.Includes(a.Role) && IsGiven(context, a.Name)))
        {
            throw AccessErrors.Refused(context.User);
        }
    }

    private static bool IsGiven(IResolveFieldContext context, string argument) =>
        context.Arguments is { } arguments && arguments.TryGetValue(argument, out var value) && value.Value is not null;
}
