-- Several bulletins a day; only the closing one counts, but an unreadable closing must not vanish unseen.
SELECT upper(currency) AS currency,
    TRY_CAST(quoted_at AS TIMESTAMP) AS quoted_at,
    starts_with(upper(trim(bulletin)), 'FECHAMENTO') AS is_closing,
    parse_rate(buy) AS buy, parse_rate(sell) AS sell, parse_rate(parity_buy) AS parity_buy, parse_rate(parity_sell) AS parity_sell,
    CASE WHEN NOT coalesce(starts_with(upper(trim(bulletin)), 'FECHAMENTO'), false) THEN NULL
         WHEN TRY_CAST(quoted_at AS TIMESTAMP) IS NULL THEN 'UNREADABLE_DATE'
         WHEN parse_rate(buy) IS NULL OR parse_rate(sell) IS NULL THEN 'NON_NUMERIC_RATE'
         WHEN parse_rate(buy) <= 0 OR parse_rate(sell) <= 0 THEN 'NON_POSITIVE_RATE' END AS rule,
    source_rank, source_file, source_sha256, source_row
FROM bronze.ptax
