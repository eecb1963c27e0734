{{#PAGES}}<nav class="v-pages" aria-label="{{#_}}Pages of the list{{/_}}">
<p class="v-meta">{{WHERE}}</p>
<ul class="v-bare v-inline">{{#FORMER}}<li><a href="{{ADDRESS}}" rel="prev">{{#_}}Previous page{{/_}}</a></li>{{/FORMER}}{{#LATER}}<li><a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a></li>{{/LATER}}</ul>
</nav>{{/PAGES}}
